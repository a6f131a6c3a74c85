// What `statements` rules may make: `statement` records.
//
//   captures     cue; speaker (else: the cue's subject); via; carrier; cue2 (the reporting verb behind "according to X");
//                to (whom the words were told to: an outlet in it carries them); content (where it begins, or all of it; see below)
//   content=     after: from the capture `content`, else from the match's end, to the end of the sentence or quotation; where the sentence ends
//                in a colon, what the next opens with;  captured: what `content` holds;  object: the cue's object, of a passive what stands
//                before it;  before: from the sentence's beginning, or the quotation before it;  quotation: the quotation that the match begins
//                behind, if the sentence begins with it or right behind it, else no match;  same: what a medium tells in the same sentence, which
//                carries it, or what stands before;  around: the clause the cue stands in, without the cue;  none
//   speaker=     unnamed: nobody is named;  owner: whom the cue's noun group belongs to;  any: what is captured, even if it is no person, body or
//                document
// The act is the cue's attribute `act` in the lexicon.
// SPDX-License-Identifier: Apache-2.0
#pragma once
