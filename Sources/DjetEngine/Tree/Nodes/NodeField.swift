import DjetModel

/// A column as a form's field.
struct NodeField: Codable, Sendable {
    var name: String
    var title: String
    var type: Column.Kind
    var isRequired: Bool
    /// The value as typed; blank for null.
    var value: String
    var isLong: Bool
    var isNumber: Bool
    var isChoice: Bool
    /// The values to choose from; empty unless the field is a choice.
    var choices: [Choice]
    /// Values that the field suggests.
    var suggestions: [String]

    /// An option of a choice.
    struct Choice: Codable, Sendable {
        var value: String
        var title: String
        var isSelected: Bool

        init(_ value: String, _ title: String? = nil, isSelected: Bool) {
            self.value = value
            self.title = title ?? value
            self.isSelected = isSelected
        }
    }

    init(_ column: Column, _ value: String, _ visit: Visit) {
        name = column.name
        title = column.title
        type = column.type
        isRequired = column.isRequired
        self.value = value
        isLong = column.type == .longtext
        isNumber = column.type == .number
        isChoice = column.type == .boolean
        choices = isChoice ? Self.flags(value, column.isRequired) : []
        suggestions = Self.suggestions(for: column.type, visit)
    }

    private static func flags(_ value: String, _ isRequired: Bool) -> [Choice] {
        let none = isRequired ? [] : [Choice("", "not set", isSelected: value.isEmpty)]
        return none + [
            Choice("true", "yes", isSelected: value == "true"),
            Choice("false", "no", isSelected: value == "false"),
        ]
    }

    private static func suggestions(for type: Column.Kind, _ visit: Visit) -> [String] {
        switch type {
        case .function:
            let held = visit.tree.root.map { visit.rights(at: $0) } ?? []
            return visit.model.functions.names.filter {
                held.contains(visit.model.functions[$0]?.exposedBy ?? .manage)
            }
        case .queue:
            return Set(visit.model.functions.names.compactMap { visit.model.functions[$0]?.queue }).sorted()
        case .path:
            return visit.tree.nodes.filter { visit.rights(at: $0).contains(.view) }.map(\.path)
        case .text, .longtext, .number, .boolean: return []
        }
    }
}
