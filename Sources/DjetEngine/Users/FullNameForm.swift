/// A name that is to be shown.
struct FullNameForm: Codable, Sendable {
    var fullName: String
}
