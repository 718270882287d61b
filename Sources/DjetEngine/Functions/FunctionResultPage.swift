/// What a call returned, for people.
struct FunctionResultPage: Encodable, Sendable {
    /// The function's name.
    let function: String
    /// Where it can be called again.
    let action: String
    let value: ValueView
    /// The same as JSON.
    let json: String
}
