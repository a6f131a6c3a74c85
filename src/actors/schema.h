// What `actors` rules may make: `mention` nodes.
//
//   as=person        captures who (an entry of a person) or name (a stretch of capitals), with title, of, former, h
//   as=unknown       name: a stretch of capitals that nothing says the kind of
//   as=role          title, of, former: an office without a name; resolved by the day, or by who was called so before
//   as=state body place    who
//   as=institution   head (of <org_heads>), of or name: a body that no pack holds
//   as=collective    what (of <descriptions>) with of (state) or by (person): "the Seoul government"
//   as=dyad          a, b, c: states named in one compound;  as=pair: the attributes first and second name one or two actors by id
//   as=pronoun       p, with its attributes refers, number, gender
//   form=name | title | pronoun | description
// SPDX-License-Identifier: Apache-2.0
#pragma once
