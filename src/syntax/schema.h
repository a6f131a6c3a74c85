// What `syntax` rules may make.
//
// Nodes, level by level; a node hides those it covers:
//   np    parts head (a word, or the inner np), mention (an np that is a mention), modifier, det, classifier, demonstrative, and; of between
//         with to from against about in ...: noun groups that belong to it
//   vg    part verb; attributes tense, polarity, modality, voice, aspect, copula
// Relations, all on levels of their own (a level holds nodes or relations):
//   subject(v, s)  object(v, o)  oblique(x, o) role=...  complement(x, w)  content(c, w)  coordinated(v, w)  relative(n, v)
//   adverbial(v, w): w is done by v's subject, but is told in a clause of its own ("after meeting", "by stopping")
//   attribute shared=yes: the noun group may have another part in another clause;  purpose=yes: the complement is wanted, not done
// SPDX-License-Identifier: Apache-2.0
#pragma once
