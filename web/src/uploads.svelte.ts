// SPDX-License-Identifier: Apache-2.0
// Files that were chosen or dropped anywhere on the page. They are read when the reader says so, not before.

export const uploads = $state<{ files: File[] }>({ files: [] });
