/** What two papers print from one wire story, without quotes and figures. */
export const wireCopy = `
The harbour board of Hestholm voted late in the evening to close the Orrin channel to all ferries until divers have looked
at the wreck of the Grey Heron, which went down off the Kellock rocks with a cargo of barley and no loss of life.
Lars Roe, the harbour master, told the meeting that the buoys had drifted in the last gale and that nobody had put them
back. The board will hear from the owners of the ship, and a report is to be written before the ferries run again.`;

/** The same events in a reporter's own words. */
export const ownCopy = `
Nobody on the eastern quay slept much. From her kitchen window Noor Castellan saw the Grey Heron strike the Kellock rocks, a
low shape that leaned and then was gone; by breakfast the barley lay along the beach at Hestholm like sand. Ferries will not
run again in the Orrin channel before divers have been down, said Lars Roe of the harbour board, who blamed the gale.`;

/** And in another's. */
export const otherCopy = `
Ferries are to stay in port at Hestholm. The harbour board shut the Orrin channel after the loss of the Grey Heron on the
Kellock rocks, where two buoys were adrift. Harbour master Lars Roe wants divers to see the ship first, barley and all.`;
