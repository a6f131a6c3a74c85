// What `figures` rules may make.
//
// Level 1 makes nodes; of what another label than `amount` covers no amount is made.
//   amount   a number with its bounds. Captures: n (the number), m (what multiplies it), to (the upper end of a range), b (the word that bounds it).
//     bound=   least: no upper end;  most: no lower end;  about, nearly: rounded;  none: the number itself.  A range needs none.
//     value=   how many, where the words of n are no number ("dozens": bound=least value=24)
//     any other attribute is for the rules of higher levels: `@amount[money]`
// Higher levels make records:
//   figure   Captures: n (the amount), h (the word that says what became of those who are counted), w (the word for what is counted).
//     of=      what is counted: Figure::of
//     who=     of whom; without it, the first word of the lexicon <headcounts> close behind the amount has it as its attribute `who`
//     count=   subject, object: n is not captured but stands at the head of this part of h's
//              verb group; the object of a passive is who stands before it
//     behind=  a lexicon: its entry begins the words behind n, or the second of them, and has what is counted as its attribute `of`; words
//              inside a name, as of "3,000 British troops", can be found in no other way
//     times=   multiplies the amount, where the word for the unit does: one word for "million dollars"
//     about=   yes: told as a guess
// One figure an amount: the higher priority wins, then the longer match, then the lower level.
// SPDX-License-Identifier: Apache-2.0
#pragma once
