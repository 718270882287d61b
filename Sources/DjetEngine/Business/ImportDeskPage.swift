import DjetModel

/// A file before its import, as its template shows it.
struct ImportDeskPage: Encodable, Sendable {
    /// A column with its select.
    struct Column: Encodable, Sendable {
        let number: Int
        /// The name in the header.
        let heading: String
        /// The first values, beside each other.
        let examples: String
        /// The select.
        let field: FormField
    }

    /// A line of the file.
    struct Row: Encodable, Sendable {
        let cells: [String]
    }

    /// The number of values that are shown beside a column.
    private static let examples = 3

    /// The file's name.
    let fileName: String
    let fileSize: Int
    /// The address of the file's page, below which it is imported and its mapping is saved.
    let action: String
    /// The address of the form for another file.
    let back: String
    /// The address of the saved mappings.
    let mappingsPath: String
    let note: String
    let fault: String
    let hasFaults: Bool
    let lostFiles = false
    /// The reasons why the columns do not fit that belong to no single one.
    let faults: [String]
    /// The fields that say how the file is read.
    let choices: [FormField]
    /// The other arguments.
    let rest: [FormField]
    let columns: [Column]
    let rows: [Row]
    /// The number of columns that are not shown.
    let hiddenColumns: Int
    let hasHiddenColumns: Bool
    /// The fields of the mapping, if the file cannot be shown with its columns.
    let kept: [FormField]
    /// The name of the saved mapping that was found; empty if there is none.
    let mappingName: String
    /// The findings in the file; empty if it cannot be read.
    let found: [Found]
    let hasCheck: Bool
    let isWhole: Bool
    /// The number of bytes that were looked at.
    let lookedAt: Int
    let lines: Int
    let rejected: Int
    let rejects: [ImportCheck.Reject]
    let conflict: String

    /// Something that was found in the file.
    struct Found: Encodable, Sendable {
        let title: String
        let value: String
    }

    /// - Parameters:
    ///   - preview: the look at the file; nil if it failed.
    ///   - error: the reason why something was refused.
    ///   - note: what has been done.
    init(_ answer: DeskAnswer, _ preview: ImportPreview?, error: (any Error)?, note: String) {
        let (visit, errors) = (answer.visit, error as? FieldErrors)
        let id = "\(answer.file.id)"
        (fileName, fileSize, self.note) = (answer.file.name, answer.file.size, note)
        (action, back, mappingsPath) = (visit.path(id), visit.path(), visit.path("mappings"))
        fault = error.map { errors == nil ? "\($0)" : "" } ?? ""
        let isMisfit = preview.map { !$0.fits && !answer.form.isEmpty } ?? false
        hasFaults = errors != nil || isMisfit
        faults = preview?.faults ?? []
        let entries = answer.form.isEmpty ? preview.map { ChoiceFields.entries(of: $0.choices) } : answer.form
        let fields = ChoiceFields(answer.desk, entries ?? [], errors)
        (choices, rest) = (fields.choices, fields.rest)
        columns = preview.map { Self.columns(of: $0, entries ?? []) } ?? []
        rows = preview?.rows.map { Row(cells: $0) } ?? []
        hiddenColumns = preview.map { $0.columnCount - $0.columns.count } ?? 0
        hasHiddenColumns = hiddenColumns > 0
        kept = preview == nil ? fields.kept : []
        mappingName = preview?.mappingName ?? ""
        found = preview.map { Self.found(in: $0) } ?? []
        let check = preview?.check
        hasCheck = check != nil
        (isWhole, lookedAt) = (preview?.isWhole ?? false, preview?.size ?? 0)
        (lines, rejected, rejects) = (check?.lines ?? 0, check?.rejected ?? 0, check?.rejects ?? [])
        conflict = check?.conflict ?? ""
    }

    private static func columns(of preview: ImportPreview, _ entries: [FormEntry]) -> [Column] {
        let sent = Dictionary(entries.map { ($0.name, $0.value) }) { $1 }
        return preview.columns.enumerated().map { place, column in
            let heading = column.name.isBlank ? "(no name)" : column.name
            var field = FormField(name: "mapping[\(place)]", title: "Field of \(heading)", isOptional: true)
            field.isChoice = true
            let value = sent[field.name] ?? column.field
            field.value = value
            field.fault = column.fault ?? ""
            field.options =
                [FormField.Option(value: ImportField.ignored, title: "ignored", isChosen: false)]
                + preview.fields.map {
                    FormField.Option(value: $0.name, title: $0.title, isChosen: $0.name == value)
                }
            let values = preview.rows.map { $0[place] }.filter { !$0.isBlank }.prefix(examples)
            return Column(
                number: place + 1, heading: heading, examples: values.joined(separator: " · "), field: field)
        }
    }

    private static func found(in preview: ImportPreview) -> [Found] {
        let sign = preview.check?.decimal ?? preview.choices.decimal
        let all: [(String, String?)] = [
            ("Encoding", preview.encoding), ("Separator", preview.separator),
            ("Decimal sign", sign?.rawValue),
            ("Dates", preview.choices.dates.map { ChoiceFields.title(of: $0) }),
        ]
        return all.compactMap { title, value in value.map { Found(title: title, value: $0) } }
    }
}
