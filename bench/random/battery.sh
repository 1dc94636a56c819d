#!/bin/sh
# Dieharder on a stream of the engine's draws; see docs/random.md. From the repository's root:
#   sh bench/random/battery.sh STREAM [SEED [LIST]]
# LIST: a file of dieharder's options, one test a line; without it the tests below. All tests read on in one stream.
set -eu
stream=$1
seed=${2:-1}
folder=.cache/random

# What `dieharder -a` runs, but without test 14, which dieharder itself says not to use, and of the lagged sums 7 of 33:
# the others alone would read 200 GB.
tests() {
  for test in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 100 101 102; do echo "-d $test"; done
  for bits in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "-d 200 -n $bits"; done
  for dimensions in 2 3 4 5; do echo "-d 201 -n $dimensions"; done
  for length in 2 3 4 5; do echo "-d 202 -n $length"; done
  for lag in 0 1 2 3 7 15 31; do echo "-d 203 -n $lag"; done
  echo '-d 204
-d 205
-d 206 -n 256
-d 207 -n 32
-d 208
-d 209 -n 12'
}

# A folder of its own, since Vite empties it.
npx vite build --ssr bench/random/words.ts --outDir "$folder/program" --logLevel error
list=${3:-$folder/tests.list}
[ $# -ge 3 ] || tests >"$list"
node "$folder/program/words.js" "$stream" "$seed" | {
  while read -r options <&3; do
    # shellcheck disable=SC2086 # several options in one line
    dieharder -g 200 -k 2 -D test_name -D ntuple -D tsamples -D psamples -D pvalues -D assessment $options ||
      echo "no result: $options"
  done
} 3<"$list"
