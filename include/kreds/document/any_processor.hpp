/// \file
/// Marks a loop over whole numbers, or over floating-point numbers of which no product is fused with a sum: it is
/// compiled for wider vectors too and the machine takes what it has. The result is the same on each.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define KREDS_ANY_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define KREDS_ANY_PROCESSOR
#endif
