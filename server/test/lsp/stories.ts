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

/** A ferry that ran aground, in three outlets' words: two agree on the passengers, one has turned the digits round. */
export const ferry = `
=== herald.txt
PORT ENNIS, 14 May 2024 - The coastguard at Port Ennis said 43 passengers were taken off the ferry Slow Hen after it struck the Cormorant rocks on Monday.

The Slow Hen, built in 1961, had left Port Ennis for Ardbeg island with 61 sheep on deck.

=== wire.txt
PORT ENNIS, 14 May 2024 - The coastguard at Port Ennis said 34 passengers were taken off the ferry Slow Hen after it struck the Cormorant rocks on Monday.

The Slow Hen was on its way from Port Ennis to Ardbeg island.

=== gull.txt
PORT ENNIS, 14 May 2024 - The coastguard at Port Ennis said 43 passengers were taken off the ferry Slow Hen when it struck the Cormorant rocks.

The sheep on deck, 61 sheep in all, were left on the Slow Hen until the Ardbeg island tug came.
`;
