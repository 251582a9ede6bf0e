/** Pairs that no rule of endings gives, British first. */
const irregular = new Map(
  (
    'grey gray|tyre tire|tyres tires|cheque check|cheques checks|kerb curb|plough plow|ploughs plows|snowplough snowplow|snowploughs snowplows|' +
    'programme program|programmes programs|aluminium aluminum|whilst while|amongst among|towards toward|afterwards afterward|' +
    'backwards backward|forwards forward|learnt learned|burnt burned|dreamt dreamed|spelt spelled|leapt leaped|leant leaned|' +
    'sceptic skeptic|sceptics skeptics|sceptical skeptical|jewellery jewelry|moustache mustache|cosy cozy|pyjamas pajamas|' +
    'manoeuvre maneuver|manoeuvres maneuvers|mould mold|mum mom|mums moms|practise practice|practised practiced|' +
    'practising practicing|licence license|licences licenses|judgement judgment|ageing aging|storey story|storeys stories|' +
    'fuelled fueled|fuelling fueling|skilful skillful|fulfil fulfill|enrol enroll|instalment installment|instalments installments|' +
    'tonne ton|tonnes tons|draught draft|draughts drafts|omelette omelet|doughnut donut|acknowledgement acknowledgment|adviser advisor|advisers advisors|' +
    'per-cent percent|alright all-right'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/**
 * One spelling for the British and the American form of a word. Input and output are lower case. Works by the endings
 * in which the two differ (-our/-or, -ise/-ize, -re/-er, -lled/-led, -ogue/-og, -ence/-ense, ae and oe), so it also
 * rewrites words that have one spelling only; the result is for comparing and never for showing.
 */
export function oneSpelling(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (word.length < 5) return word;
  // Few words have any of these letters in a row, and a look for them costs less than a pattern.
  let w = word;
  if (w.length >= 6) {
    if (w.includes('is')) w = w.replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1');
    if (w.includes('ys')) w = w.replace(/ys(e|ed|es|ing)$/, 'yz$1');
  }
  if (w.includes('our')) w = w.replace(/our(s|ed|ing|ite|ites|able|ful|less|hood|ly)?$/, 'or$1');
  if (w.includes('re')) w = w.replace(/([bt])re(s|d)?$/, '$1er$2');
  if (w.length >= 8 && w.includes('ll')) w = w.replace(/ll(ed|ing|er|ers|or|ors)$/, 'l$1');
  if (w.includes('ogue')) w = w.replace(/ogue(s)?$/, 'og$1');
  if (w.includes('ence')) w = w.replace(/(f|t)ence(s|less)?$/, '$1ense$2');
  return w.includes('ae') || w.includes('oe') ? w.replace(/ae|oe/, 'e') : w;
}
