import DjetModel

/// A value as people see it, wherever a function's result is shown. The template is `values/value`.
///
/// Replies of jobs and results of calls share this code: both are JSON here. Every name is always present: a
/// template would look for a missing one in the enclosing value.
struct ValueView: Codable, Sendable {
    /// The form in which a value is shown.
    enum Kind: String, Codable, Sendable {
        case nothing, text, block, time, file, sheet, table, list, json
    }

    /// A stored file, with the path of its download; empty if there is none.
    struct FileView: Codable, Sendable {
        let name: String
        let mimeType: String
        let size: Int
        let path: String
        /// True if a browser can show it as a picture; false for drawings that may contain scripts.
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
    /// True if the text is a word of Djet, such as `yes`.
    let isWord: Bool
    let text: String
    /// One file, or none.
    let file: [FileView]
    let parts: [Part]
    let columns: [String]
    let rows: [Row]
    let items: [ValueView]
    /// The total number of rows, items or parts if not all are shown; otherwise empty.
    let outOf: String

    init(
        kind: Kind, text: String = "", isWord: Bool = false, file: FileView? = nil, parts: [Part] = [],
        columns: [String] = [],
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
        self.isWord = isWord
        self.text = text
        self.file = file.map { [$0] } ?? []
        self.parts = parts
        self.columns = columns
        self.rows = rows.map(Row.init)
        self.items = items
        self.outOf = outOf > 0 ? "\(outOf)" : ""
    }
}
