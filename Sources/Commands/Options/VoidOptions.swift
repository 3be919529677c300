import ArgumentParser
import Domain

/// Why something is taken back.
struct VoidOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        vi: "Vì sao: wrong-date (sai ngày), logged-twice (ghi hai lần), wrong-person (nhầm người), "
          + "other (khác).",
        en: "Why: wrong-date, logged-twice, wrong-person, other.")))
  var reason: VoidReason

  @Option(
    help: ArgumentHelp(say(vi: "Vì sao, bằng lời.", en: "Why, in your own words.")))
  var words: String?
}
