// hearsay completion: the script that a shell completes command lines by.
// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.h"

#include "cli/commands.h"

namespace hearsay::cli {

int print_completion(const Session&, const CompletionOptions& options) {
  const CommandForm hearsay = options.grammar();
  put(options.shell == "bash" ? bash_completion(hearsay) : options.shell == "zsh" ? zsh_completion(hearsay) : fish_completion(hearsay));
  return kOk;
}

}  // namespace hearsay::cli
