// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.h"

#include <poll.h>

#include <algorithm>
#include <atomic>
#include <csignal>

namespace hearsay::cli {
namespace {

// A signal handler can reach nothing but globals, and runs on whatever thread there is.
std::atomic<int> came_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void note(int signal) { came_signal = signal; }

void install(void (*handler)(int), int flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
  came_signal = 0;
  install(note, SA_RESTART | static_cast<int>(SA_RESETHAND));
}
Interrupt::~Interrupt() { install(SIG_DFL, 0); }
bool Interrupt::came() const { return came_signal != 0; }
void Interrupt::wait(std::chrono::milliseconds time) const {
  constexpr std::chrono::milliseconds kStep{500};        // a signal between the look and the sleep is seen after so long
  const auto end = std::chrono::steady_clock::now() + time;
  for (auto left = time; left.count() > 0 && !came(); left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()))
    poll(nullptr, 0, static_cast<int>(std::min(left, kStep).count()));
}
int Interrupt::exit_code() const { return 128 + came_signal; }

}  // namespace hearsay::cli
