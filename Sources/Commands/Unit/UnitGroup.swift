import ArgumentParser

struct UnitGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "unit",
      say(vi: "Xã, phường: nay và trước 1/7/2025.", en: "Wards and communes, now and before."),
      verbs: [UnitList.self, UnitShow.self, UnitResolve.self])
  }
}
