import DjetModel

/// What a call returned, for people.
struct FunctionResultPage: Encodable, Sendable {
    /// The function's name.
    let function: String
    /// Where it can be called again.
    let action: String
    let value: ValueView
    /// The same as JSON.
    let json: String
    /// How many bytes the value has, if only its beginning is shown.
    let size: Int
    let isCut: Bool
}

extension FunctionResultPage {
    /// The beginning of a value that is too long for a page.
    init(_ function: String, _ action: String, beginningOf json: String) {
        let text = JobPart.beginning(of: json)
        self.init(
            function: function, action: action, value: ValueView(kind: .json, text: text), json: "",
            size: json.utf8.count, isCut: true)
    }
}
