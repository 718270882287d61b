/// An option of a choice in a form.
struct JobsChoice: Codable, Sendable {
    var value: String
    var isSelected: Bool

    init(_ value: String, selected: String?) {
        self.value = value
        isSelected = value == selected
    }
}
