// The words of the workload, all made up: 20 000 that look English, 12 000 of two to four Chinese
// characters. Real words would make the posting lists more real; made-up ones need nobody's text.
import { below, chance } from "./chance.mjs";

const STARTS = "b c d f g h j k l m n p r s t v w br cl dr fl gr pl pr sh st th tr".split(" ");
const VOWELS = "a e i o u ai ea io ou".split(" ");
const ENDS = ["", "", "", "n", "r", "s", "t", "l", "nd", "st", "x"];

export const ENGLISH = made(20_000, 1, (random) => {
  let word = "";
  const syllables = 1 + below(random, 3) + (random() < 0.4 ? 1 : 0);
  for (let at = 0; at < syllables; at += 1) word += pick(random, STARTS) + pick(random, VOWELS);
  return word + pick(random, ENDS);
});

// Characters that are often used stand all over the block; every eleventh is as good as any.
const CHARACTERS = Array.from({ length: 1_800 }, (_, at) => String.fromCodePoint(0x4e00 + at * 11));

export const CHINESE = made(12_000, 2, (random) => {
  const part = random();
  const length = part < 0.75 ? 2 : part < 0.95 ? 3 : 4;
  return Array.from({ length }, () => CHARACTERS[Math.floor(random() ** 1.6 * CHARACTERS.length)]).join("");
});

function pick(random, list) {
  return list[below(random, list.length)];
}

/** Different words, short ones first as in any language: what is said often is short. */
function made(count, seed, word) {
  const random = chance(seed);
  const words = new Set();
  while (words.size < count) words.add(word(random));
  const rank = new Map([...words].map((word) => [word, word.length + random() * 6]));
  return [...words].sort((a, b) => rank.get(a) - rank.get(b));
}
