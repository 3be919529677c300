import Domain

/// Draws full names as they are heard in Huế: surname, middle name, given name.
///
/// Few surnames and few given names make namesakes by themselves, most of all in A Lưới.
struct VietnameseNames: Sendable {
  private let lowlandSurnames = WeightedTable(NameTables.lowlandSurnames)
  private let highlandSurnames = WeightedTable(NameTables.highlandSurnames)
  private let female = WeightedTable(ranked: NameTables.female)
  private let male = WeightedTable(ranked: NameTables.male)
  private let femaleMiddle = WeightedTable(ranked: NameTables.femaleMiddle)
  private let maleMiddle = WeightedTable(ranked: NameTables.maleMiddle)

  func name(
    isFemale: Bool, birthYear: Int, isHighland: Bool, using random: inout SplitMix64
  ) -> String {
    let surname = (isHighland ? highlandSurnames : lowlandSurnames).draw(using: &random)
    let given = (isFemale ? female : male).draw(using: &random)
    var middle: String
    switch surname {
    case .royal(let ofWomen, let ofMen):
      middle = isFemale || random.chance(0.4) ? middleName(isFemale, besides: given, &random) : ""
      return joined(isFemale ? ofWomen : ofMen, middle, given)
    case .common(let family):
      // The old particles fade: Thị from 92 % of women born in 1945 to 30 % of the youngest, Văn
      // from 65 % of men to 18 %; both last longer in the highlands. Assumed.
      let years = Double(min(max(birthYear - 1945, 0), 65))
      let fading = isHighland ? years / 2 : years
      if isFemale {
        guard random.chance(0.92 - fading * 0.0095) else {
          return joined(family, middleName(isFemale, besides: given, &random), given)
        }
        middle = "Thị"
        if random.chance(isHighland ? 0.08 : 0.12 + years * 0.005) {
          middle += " " + middleName(isFemale, besides: given, &random)
        }
      } else {
        let isOldStyle = random.chance((isHighland ? 0.8 : 0.65) - fading * 0.0072)
        middle = isOldStyle ? "Văn" : middleName(isFemale, besides: given, &random)
      }
      return joined(family, middle, given)
    }
  }

  /// A name as somebody types it in a hurry: `Ho Thi Le`.
  static func withoutMarks(_ name: String) -> String {
    SearchText.folded(name).split(separator: " ").map { word in
      word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  private func middleName(
    _ isFemale: Bool, besides given: String, _ random: inout SplitMix64
  ) -> String {
    let table = isFemale ? femaleMiddle : maleMiddle
    let name = table.draw(using: &random)
    return name == given ? table.draw(using: &random) : name
  }

  private func joined(_ surname: String, _ middle: String, _ given: String) -> String {
    // Vân Vân is rare enough to be left out rather than drawn for ever.
    guard !middle.isEmpty, !middle.hasSuffix(given) else { return surname + " " + given }
    return surname + " " + middle + " " + given
  }
}
