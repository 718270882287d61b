import DjetModel

/// The fields of the page of an import: those that say how its file is read, and the other arguments.
struct ChoiceFields {
    /// The fields that say how the file is read, but for the mapping.
    let choices: [FormField]
    /// The other arguments.
    let rest: [FormField]
    /// The mapping as it was sent, for a page that cannot show the columns.
    let kept: [FormField]

    /// - Parameters:
    ///   - entries: the names and values that are shown.
    ///   - errors: the reasons why some are refused.
    init(_ desk: DeskFunction, _ entries: [FormEntry], _ errors: FieldErrors?) {
        let hints = desk.node.type.hints
        rest = FormView(entries, errors: errors, hints: hints).fields(of: desk.rest.withoutKey)
        choices = DeskFunction.choices.compactMap { name in
            guard desk.node.schema[name] != nil, let (title, blank, options) = Self.options[name] else {
                return nil
            }
            var field = FormField(name: name, title: title, isOptional: true)
            field.isChoice = true
            field.value = entries.last { $0.name == name }?.value ?? ""
            (field.fault, field.hint) = (errors?[name] ?? "", hints[name] ?? "")
            field.options = ([("", blank)] + options).map { [value = field.value] option in
                FormField.Option(value: option.0, title: option.1, isChosen: option.0 == value)
            }
            return field
        }
        kept = entries.filter { $0.name.hasPrefix("mapping[") }.prefix(Self.most).map { entry in
            var field = FormField(name: entry.name, title: "", isOptional: true)
            field.value = entry.value
            return field
        }
    }

    /// The most columns of a mapping that a page keeps.
    private static let most = 200

    /// The title, the word for no choice, and the options of each choice.
    private static let options: [String: (title: String, blank: String, options: [(String, String)])] = [
        "encoding": ("Encoding", "as found in the file", TextEncoding.names.map { ($0, $0) }),
        "separator": (
            "Separator", "as found in the file",
            FieldSeparator.allCases.map { ($0.rawValue, title(of: $0)) }
        ),
        "decimal": (
            "Decimal sign", "as found in the file",
            DecimalSign.allCases.map { ($0.rawValue, $0 == .point ? "point: 1,234.50" : "comma: 1.234,50") }
        ),
        "dates": (
            "Dates", "2010-12-01 only", DateOrder.allCases.map { ($0.rawValue, title(of: $0)) }
        ),
    ]

    private static func title(of separator: FieldSeparator) -> String {
        switch separator {
        case .comma: "comma ,"
        case .semicolon: "semicolon ;"
        case .tab: "tab"
        case .bar: "bar |"
        }
    }

    /// Returns an order of dates for people.
    static func title(of order: DateOrder) -> String {
        switch order {
        case .ymd: "year, month, day: 2010-12-1"
        case .mdy: "month, day, year: 12/1/2010"
        case .dmy: "day, month, year: 1.12.2010"
        }
    }

    /// Returns choices as the fields of a form, but for the mapping.
    static func entries(of choices: ImportChoices) -> [FormEntry] {
        [
            ("encoding", choices.encoding ?? ""), ("separator", choices.separator?.rawValue ?? ""),
            ("decimal", choices.decimal?.rawValue ?? ""), ("dates", choices.dates?.rawValue ?? ""),
        ]
    }
}
