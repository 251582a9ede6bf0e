/** A library story in three outlets' words: one agrees with the first, one has changed a word. */
export const library = `
=== wire.txt
EASTMOOR, Tuesday. The library on Harbour Street is to open again, the council decided after a long night.

“We will open the doors again before the first snow falls, whatever it costs the city,” Mayor Dana Okafor said on Tuesday.

The building has been shut since the flood in March, when water stood in the reading room for nine days.

=== courier.txt
Eastmoor's best loved library will have its readers back, and the mayor wants it soon.

Mayor Dana Okafor said: “We will open the doors again before the first snow falls, whatever it costs the city.”

Nobody in the chamber spoke against the plan, though two members stayed away from the vote.

=== rewrite.txt
There was applause in Eastmoor's council chamber on Tuesday night, and it was for a library.

“We will open the doors again before the first leaf falls, whatever it costs the city,” Mayor Dana Okafor said.

The roof is to be mended first, and the old reading room after that.
`;

/** Words that the wire and the courier have and the rewrite has not. */
export const agreed = 'before the first snow falls';
