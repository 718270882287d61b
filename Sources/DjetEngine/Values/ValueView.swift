import DjetModel

/// A value as people see it: what a function returned, wherever it is shown. The template is `values/value`.
///
/// The reply of a job is shown by the same code as what a call returned: both are JSON here. All names are always
/// there: a template would look for one that is missing in the value around it.
struct ValueView: Codable, Sendable {
    /// What it is.
    enum Kind: String, Codable, Sendable {
        case nothing, text, block, time, file, sheet, table, list, json
    }

    /// A stored file, and where it can be downloaded; empty if nowhere.
    struct FileView: Codable, Sendable {
        let name: String
        let mimeType: String
        let size: Int
        let path: String
        /// Whether a browser can show it as a picture; drawings that may contain scripts are none.
        let isImage: Bool
    }

    /// A part of an object.
    struct Part: Codable, Sendable {
        let title: String
        let value: ValueView
    }

    /// A row of a table.
    struct Row: Codable, Sendable {
        let cells: [ValueView]
    }

    let kind: Kind
    let isNothing: Bool
    let isText: Bool
    let isBlock: Bool
    let isTime: Bool
    let isSheet: Bool
    let isTable: Bool
    let isList: Bool
    let isJSON: Bool
    let text: String
    /// One, or none.
    let file: [FileView]
    let parts: [Part]
    let columns: [String]
    let rows: [Row]
    let items: [ValueView]
    /// How many rows or items there are, if not all of them are shown; otherwise empty.
    let outOf: String

    init(
        kind: Kind, text: String = "", file: FileView? = nil, parts: [Part] = [], columns: [String] = [],
        rows: [[ValueView]] = [], items: [ValueView] = [], outOf: Int = 0
    ) {
        self.kind = kind
        isNothing = kind == .nothing
        isText = kind == .text
        isBlock = kind == .block
        isTime = kind == .time
        isSheet = kind == .sheet
        isTable = kind == .table
        isList = kind == .list
        isJSON = kind == .json
        self.text = text
        self.file = file.map { [$0] } ?? []
        self.parts = parts
        self.columns = columns
        self.rows = rows.map(Row.init)
        self.items = items
        self.outOf = outOf > 0 ? "\(outOf)" : ""
    }
}
