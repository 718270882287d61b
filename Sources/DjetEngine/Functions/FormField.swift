/// A field of a form as its template shows it. All names are always there: a template would look for one that is
/// not in the field around it.
struct FormField: Encodable, Sendable {
    /// One of the choices of a field.
    struct Option: Encodable, Sendable {
        let value: String
        let title: String
        let isChosen: Bool
    }

    /// A row of a list.
    struct Row: Encodable, Sendable {
        let number: Int
        let cells: [FormField]
    }

    /// Unique on the page.
    var id: String
    /// As the form sends it: `lines[0].product`.
    var name: String
    /// What people read.
    var title: String
    /// The title of its column, if it stands in a row.
    var column = ""
    /// What stands in it.
    var value = ""
    /// Why it will not do; empty if it does.
    var fault = ""
    /// What it takes.
    var hint = ""
    /// What mobile keyboards show.
    var inputMode = "text"
    /// The type of its `input`.
    var inputType = "text"
    var isOptional: Bool
    var isRequired = false
    var isInput = false
    var isArea = false
    var isCheck = false
    var isChecked = false
    var isChoice = false
    var isFile = false
    var isGroup = false
    var isList = false
    var options: [Option] = []
    var fields: [FormField] = []
    var columns: [String] = []
    var rows: [Row] = []

    init(name: String, title: String, isOptional: Bool) {
        self.name = name
        self.title = title
        self.isOptional = isOptional
        id = "f-" + name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    }
}
