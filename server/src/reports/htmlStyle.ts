/**
 * The look of the page. It holds nothing from outside. Words that differ are underlined as well as coloured, for print, and
 * are announced by what stands in `--differs`.
 */
export const htmlStyle = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #57606a; --page: #ffffff; --raised: #f6f8fa; --line: #d0d7de;
  --link: #0550ae; --mark: #fff1c2; --on-mark: #3d2c00; --error: #b3261e; --warning: #7a4d00; --information: #0550ae; --good: #1a6334; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e9ed; --soft: #aab4c0; --page: #16191e; --raised: #20242b; --line: #454d58;
    --link: #84b9ff; --mark: #574300; --on-mark: #fff4d1; --error: #ff9e95; --warning: #f2c46d; --information: #84b9ff; --good: #7fd79b; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 78rem; padding: 0 1.5rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--page); z-index: 3; }
header { padding: 2rem 0 1rem; border-bottom: 3px solid var(--text); }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 3rem 0 1rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); font-size: 1.35rem; }
h3 { margin: 0 0 .6rem; font-size: 1.05rem; line-height: 1.4; }
header p { margin: .4rem 0 0; color: var(--soft); }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 0; }
.counts div { min-width: 8.5rem; padding: .6rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; }
.counts dt { color: var(--soft); font-size: .85rem; }
.counts dd { margin: 0; font-size: 1.5rem; font-weight: 600; line-height: 1.25; font-variant-numeric: tabular-nums; }
.counts small { font-size: .85rem; font-weight: 400; color: var(--soft); }
.conflict { margin: 0 0 1rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 5px solid currentColor; border-radius: 6px; }
.conflict > * { color: var(--text); }
.error { color: var(--error); } .warning { color: var(--warning); } .information, .hint { color: var(--information); }
.grade { color: inherit; font-size: .8rem; font-weight: 600; letter-spacing: .02em; text-transform: uppercase; }
.conflict .grade { margin: 0 0 .2rem; }
.conflict .grade.error { color: var(--error); } .conflict .grade.warning { color: var(--warning); }
.conflict .grade.information { color: var(--information); }
.grade code { margin-left: .5rem; color: var(--soft); font-weight: 400; text-transform: none; }
.passage { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr; gap: .25rem 1.25rem; margin: .5rem 0 0; }
.passage figcaption { color: var(--soft); font-size: .9rem; }
.passage blockquote { margin: 0; }
.settled { display: block; margin: .8rem 0 0; color: var(--soft); font-size: .9rem; }
mark { position: relative; padding: 0 .1em; background: var(--mark); color: var(--on-mark); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .15em; }
mark::before { content: var(--differs); position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: pre; }
.missing { color: var(--error); font-weight: 700; }
.scroll, .wide { position: relative; overflow: auto; }
.scroll { max-height: 85vh; border: 1px solid var(--line); border-radius: 6px; }
.board { margin: 0 0 2rem; }
table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: .92rem; }
caption { padding: .6rem .75rem; text-align: left; color: var(--soft); }
th, td { padding: .45rem .75rem; overflow-wrap: break-word; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; z-index: 1; background: var(--raised); }
tbody th { min-width: 9rem; font-weight: 600; background: var(--page); }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; background: var(--raised); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.grid { width: auto; min-width: 100%; }
.grid th:first-child { position: sticky; left: 0; z-index: 1; min-width: 9rem; max-width: 15rem; }
.grid thead th:first-child { z-index: 2; }
.grid td, .grid thead th { min-width: 14rem; }
.grid .none { color: var(--soft); }
.grid .differs { box-shadow: inset 3px 0 0 var(--warning); }
.grid small, .soft { color: var(--soft); font-weight: 400; font-size: .92em; }
.grid small { display: block; }
.grid small.error { color: var(--error); } .grid small.warning { color: var(--warning); } .grid small.information { color: var(--information); }
.empty { color: var(--soft); }
.fine { color: var(--good); font-weight: 600; }
.signatures { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem 3rem; margin: 0; padding: 0; list-style: none; }
.signatures li { padding-top: 3rem; border-bottom: 1px solid var(--text); }
footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; }
@media (max-width: 44rem) { .passage { grid-template-columns: 1fr; } body { padding: 0 1rem 3rem; } }
@media print {
  :root { color-scheme: light; --text: #000; --soft: #333; --page: #fff; --raised: #fff; --line: #999; --link: #000; --mark: #fff; --on-mark: #000;
    --error: #000; --warning: #000; --information: #000; --good: #000; }
  @page { margin: 16mm 14mm; }
  @page board { size: landscape; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip { display: none; }
  .board { page: board; }
  .scroll, .wide { overflow: visible; max-height: none; border: 0; }
  .grid { width: 100%; font-size: 8pt; table-layout: fixed; }
  .grid td, .grid thead th, .grid th:first-child { min-width: 0; max-width: none; position: static; padding: .3rem .4rem; overflow-wrap: anywhere; }
  thead th { position: static; }
  thead { display: table-header-group; }
  tr, .conflict, .signatures { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  mark { font-weight: 700; }
}
`;
