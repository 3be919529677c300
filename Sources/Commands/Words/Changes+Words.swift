import Domain
import Storage

extension SessionChanged {
  /// What it corrects.
  var spokenFields: [String] {
    let fields: [(isSaid: Bool, words: String)] = [
      (date != nil, KeptValue.Field.date.spoken), (form != nil, KeptValue.Field.form.spoken),
      (team != nil, KeptValue.Field.team.spoken),
      (course != nil || cleared.contains(.course), KeptValue.Field.course.spoken),
      (lessons != nil, KeptValue.Field.lessons.spoken),
      (minutes != nil || cleared.contains(.minutes), KeptValue.Field.minutes.spoken),
      (unnamed != nil, say(vi: "số người không tên", en: "people without a name")),
      (guests != nil, say(vi: "số khách", en: "guests")),
      (venue != nil || cleared.contains(.venue), say(vi: "địa điểm", en: "venue")),
      (note != nil || cleared.contains(.note), say(vi: "ghi chú", en: "note")),
    ]
    return fields.filter(\.isSaid).map(\.words)
  }
}

extension LearnerChanged {
  /// What it corrects.
  var spokenFields: [String] {
    let fields: [(isSaid: Bool, field: KeptValue.Field)] = [
      (person.name != nil, .name),
      (person.birthYear != nil || cleared.contains(.birthYear), .birthYear),
      (sex != nil || cleared.contains(.sex), .sex), (residence != nil, .unit),
      (person.hamlet != nil || cleared.contains(.hamlet), .hamlet),
      (person.phone != nil || cleared.contains(.phone), .phone),
      (registeredOn != nil, .registeredOn), (consent != nil, .consent),
    ]
    return fields.filter(\.isSaid).map(\.field.spoken)
  }
}
