/// A form with the name to be shown.
struct FullNameForm: Codable, Sendable {
    var fullName: String
}
