/// A form's field as its template shows it. All names are always present: a template looks a missing name up
/// in the enclosing field.
struct FormField: Encodable, Sendable {
    /// An option of a choice.
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

    /// The id of its element, unique on the page.
    var id: String
    /// The name that the form sends: `lines[0].product`.
    var name: String
    /// The label.
    var title: String
    /// The title of its column, if it stands in a row; otherwise empty.
    var column = ""
    /// The present value.
    var value = ""
    /// The reason why the value was refused; empty if there is none.
    var fault = ""
    /// The format that it takes, or the function's hint.
    var hint = ""
    /// The `inputmode` of its `input`, for mobile keyboards.
    var inputMode = "text"
    /// The `type` of its `input`.
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
