// What `actors` rules may make: `mention` nodes, and `described` ones, which are hidden from the rooms that follow.
//
//   as=person        captures who (an entry of a person) or name (a stretch of capitals), with title, of, former, h
//   as=unknown       name: a stretch of capitals that nothing says the kind of
//   as=role          title, of, former: an office without a name; resolved by the day, or by who was called so before; unnamed=yes: nobody is
//                    named, and by (an entry of a person) is whom he serves
//   as=state body place    who (an entry)
//   as=institution   head (of <org_heads>), of or name: a body that no pack holds
//   as=collective    what (of <descriptions>) with of (state) or by (person): "the Seoul government"
//   as=dyad          a, b, c: states named in one compound;  as=pair: the attributes first and second name one or two actors by id
//   as=pronoun       p, with its attributes refers (person, persons, state, country: that of whoever of a state was named last, states, organisation, collective; others mean nobody), number, gender;
//                    number=2 or count=2: two of them
//   as=place         may have a name instead of who;  as=clock: nobody, "9 o'clock Hanoi time"
//   only=known       of a single word: dropped unless the report has a full name with it;  only=named: of a pair, unless it has spoken of one of the two;
//                    only=unnamed: of a word that names a state as well, if the report has it for a pronoun and never for the state within a sentence
//   sure=yes         of as=unknown: surely a person's name;  definite=yes: of as=role: a certain one is meant
//   described        a person without a name: head (the noun), of; new=yes: nobody of whom the text has told, number=plural
//   form=name | title | pronoun | description
// SPDX-License-Identifier: Apache-2.0
#pragma once
