/** The numbers of the ranking in one place. They were set on the tuning questions of `bench/search`; change them there first. */
export const weights = {
  /** What an unknown syllable of the question weighs: enough to miss it, too little to lose everything else. */
  unknown: 3,
  /** A word with little to say of its own, as a share of what its rarity would give it. */
  weak: 0.4,
  /** A pair of neighbours inside a concept, as a share of its rarity; when the question has no accents, pairs tell more. */
  pair: 0.5,
  pairUnmarked: 0.7,
  /** Neighbours across concepts. */
  border: 0.3,
  borderUnmarked: 0.55,
  /** Long wordings do not outweigh the rest of the question: the mass of a concept to this power. */
  conceptPower: 1,
  /** A short phrase of the thesaurus that was typed without its accents may be another word. */
  unmarkedShortPhrase: 0.75,
  /** Readings of a syllable whose accents are not as typed: fewer than written, or other ones; known or not as typed. */
  marksMissing: 0.4,
  marksMissingUnknown: 0.9,
  otherMarks: 0,
  otherMarksUnknown: 0.4,
  unmarkedAmongMarked: 0.5,
  /** Without accents: readings other than the one that the neighbours suggest. */
  unlikely: 0.7,
  /** From this weight on a syllable counts as had; a mention among the papers counts for less. */
  heldFully: 0.55,
  /** Part of the first look that depends on how much of the question is had. */
  coverMatters: 0.65,
  /**
   * The part of the question that the best document must have for anything to fit at all; less when the question says
   * more than so many things. And the part that every hit must have, alone and compared with the best.
   */
  leastOfBest: 0.4,
  fewConcepts: 4,
  leastCover: 0.25,
  coverOfBest: 0.45,
  /** The least part of a reading that must be there, its telling syllables first, for it to count at all. */
  leastReading: 0.55,
  /** What the level adds to the rank (of 1): everybody meets the commune, few a ministry. */
  communeRank: 0.08,
  provinceRank: 0.04,
  /** How much the rank adds at most. */
  rankFirstLook: 0.15,
  rankCloseLook: 0.15,
  /** The close look: kinds of labels, the part of a label that was not asked for, order, the same words. */
  closeLook: 1.2,
  alsoCalled: 0.8,
  formerName: 0.85,
  keyword: 0.5,
  ownWords: 0.55,
  ownWordsCalled: 2,
  neighbours: 0.3,
  sameWords: 0.25,
  /** Words of the ordinary case in a label ("mới", "lần đầu"), as a share of their rarity. */
  ordinary: 0.3,
} as const
