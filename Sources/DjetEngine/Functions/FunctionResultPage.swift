import DjetModel

/// The result of a call, for people.
struct FunctionResultPage: Encodable, Sendable {
    /// The function's name.
    let function: String
    /// The address to call it again.
    let action: String
    let value: ValueView
    /// The value as JSON.
    let json: String
    /// The size of the value in bytes, if only its beginning is shown.
    let size: Int
    let isCut: Bool
    /// The reason why nothing came of the call; nil if something did.
    var failure: String?
}

extension FunctionResultPage {
    /// Creates the page of a value that is too long, with its beginning.
    init(_ function: String, _ action: String, beginningOf json: String) {
        let text = JobPart.beginning(of: json)
        self.init(
            function: function, action: action, value: ValueView(kind: .json, text: text), json: "",
            size: json.utf8.count, isCut: true)
    }
}
