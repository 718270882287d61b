import DjetModel

/// Makes the fields of a form from a schema, the submitted values and their errors.
struct FormView {
    /// The least number of rows that a list shows.
    private static let rows = 5
    /// The most rows that a list shows, however many were submitted.
    private static let mostRows = 200
    /// The depth of groups within groups; deeper ones are JSON.
    private static let deepest = 3

    private let values: [String: String]
    private let hints: [String: String]
    /// The reasons by field name, for lookup without a search.
    private let faults: [String: String]
    /// The number of submitted rows of each list.
    private let sentRows: [String: Int]
    private let isNew: Bool
    private let rowCount: Int
    private let spareRows: Int

    /// - Parameters:
    ///   - form: the submitted fields; nil before the first submission.
    ///   - rows: the least number of rows that a list shows.
    ///   - spareRows: the number of rows that a table shows behind those that were submitted.
    ///   - hints: the function's hints by field name.
    init(
        _ form: [(name: String, value: String)]? = nil, errors: FieldErrors? = nil, rows: Int = rows,
        spareRows: Int = 0, hints: [String: String] = [:]
    ) {
        self.hints = hints
        let named = (form ?? []).compactMap { field in FieldName(field.name).map { ($0, field.value) } }
        values = Dictionary(named.map { ($0.plain, $1) }) { $1 }
        sentRows = Self.countRows(in: named.map { $0.0 })
        faults = Dictionary((errors?.errors ?? []).map { ($0.field, $0.reason) }) { first, _ in first }
        isNew = form == nil
        rowCount = rows
        self.spareRows = spareRows
    }

    /// Returns the number of rows by list: one more than the highest place that any name has in it, up to the
    /// limit. A form may name any place there is a number for.
    private static func countRows(in names: [FieldName]) -> [String: Int] {
        names.reduce(into: [:]) { rows, name in
            for (list, place) in name.places {
                rows[list] = max(rows[list] ?? 0, min(place, mostRows - 1) + 1)
            }
        }
    }

    /// Returns the fields of a function's arguments; a single JSON field if they are no object.
    func fields(of schema: Schema) -> [FormField] {
        guard case .object(let fields) = schema else {
            var whole = field(.init(Submission.wholeField, .any, isOptional: true), at: "", depth: 0)
            whole.title = "Arguments"
            return [whole]
        }
        return fields.map { field($0, at: "", depth: 0) }
    }

    private func field(_ field: Schema.Field, at path: String, depth: Int, isCell: Bool = false) -> FormField
    {
        let name = path.isEmpty ? field.name : "\(path).\(field.name)"
        var view = FormField(name: name, title: field.title, isOptional: field.isOptional || isCell)
        view.value = values[name] ?? ""
        view.fault = faults[name] ?? ""
        fill(&view, field.schema.unwrapped, depth)
        view.hint = hints[name] ?? view.hint
        view.isRequired =
            !view.isOptional && (view.inputType != "text" || view.inputMode != "text" || view.isFile)
        return view
    }

    private func fill(_ view: inout FormField, _ schema: Schema, _ depth: Int) {
        switch schema {
        case .string(let text) where !text.choices.isEmpty: choose(&view, text.choices)
        case .string: view.isInput = true
        case .integer: input(&view, mode: "numeric", hint: "a whole number")
        case .number: input(&view, mode: "decimal", hint: "a number with a decimal point")
        case .date: input(&view, type: "date")
        case .dateTime: input(&view, type: "datetime-local", hint: "in UTC")
        case .boolean where view.isOptional: choose(&view, ["true", "false"], titles: ["yes", "no"])
        case .boolean:
            view.isCheck = true
            view.isChecked = ["true", "on", "yes", "1"].contains(view.value)
        case .file: view.isFile = true
        case .object(let fields) where depth < Self.deepest && !fields.isEmpty:
            view.isGroup = true
            view.fields = fields.map { field($0, at: view.name, depth: depth + 1) }
        case .array(let element) where depth < Self.deepest && isTable(element): list(&view, element, depth)
        default:
            view.isArea = true
            view.hint = "JSON"
        }
    }

    private func input(
        _ view: inout FormField, type: String = "text", mode: String = "text", hint: String = ""
    ) {
        view.isInput = true
        view.inputType = type
        view.inputMode = mode
        view.hint = hint
        // A value that the browser's own field cannot show must stay visible to be corrected.
        if type != "text", !view.fault.isEmpty { view.inputType = "text" }
    }

    private func choose(_ view: inout FormField, _ choices: [String], titles: [String]? = nil) {
        view.isChoice = true
        let blank = FormField.Option(value: "", title: "", isChosen: view.value.isEmpty)
        view.options =
            [blank]
            + zip(choices, titles ?? choices).map { choice, title in
                .init(value: choice, title: title, isChosen: choice == view.value)
            }
    }

    // MARK: Lists

    private func isTable(_ element: Schema) -> Bool {
        switch element.unwrapped {
        case .file, .any, .dictionary, .array, .nullable: false
        case .object(let fields):
            !fields.isEmpty && fields.allSatisfy { $0.schema.isScalar && !$0.schema.hasFiles }
        case .string, .integer, .number, .boolean, .date, .dateTime: true
        }
    }

    private func list(_ view: inout FormField, _ element: Schema, _ depth: Int) {
        view.isList = true
        let name = view.name
        view.columns = element.unwrapped.fields.map(\.title)
        let spare = view.columns.isEmpty ? 0 : spareRows
        let last = max(rowCount, (sentRows[name] ?? 0) + spare)
        if view.columns.isEmpty { view.columns = [view.title] }
        view.rows = (0..<last).map { row(element.unwrapped, at: "\(name)[\($0)]", $0 + 1, depth) }
    }

    private func row(_ element: Schema, at path: String, _ number: Int, _ depth: Int) -> FormField.Row {
        guard case .object(let fields) = element else {
            var cell = FormField(name: path, title: "Row \(number)", isOptional: true)
            cell.value = values[path] ?? ""
            cell.fault = faults[path] ?? ""
            fill(&cell, element, depth + 1)
            return FormField.Row(number: number, cells: [cell])
        }
        let cells = fields.map { each in
            var cell = field(each, at: path, depth: depth + 1, isCell: true)
            cell.title = "\(each.title), row \(number)"
            cell.column = each.title
            return cell
        }
        return FormField.Row(number: number, cells: cells)
    }
}
