// For programs built before there is a compiled pack: an empty one.
// SPDX-License-Identifier: Apache-2.0
extern "C" {
extern const char hearsay_pack_start[];
extern const char hearsay_pack_end[];
__asm__(".section .rodata\n.global hearsay_pack_start\n.global hearsay_pack_end\nhearsay_pack_start:\nhearsay_pack_end:\n.byte 0\n.text\n");
}
