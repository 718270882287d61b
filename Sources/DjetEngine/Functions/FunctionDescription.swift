import DjetModel

/// The description of a function for programs.
struct FunctionDescription: Encodable, Sendable {
    /// The function's name.
    let function: String
    /// The queue that its jobs join.
    let queue: String
    /// True if its effects happen in one transaction.
    let isAtomic: Bool
    /// The shape of its arguments.
    let arguments: JSONSchema
    /// The shape of its result.
    let result: JSONSchema

    /// The shape of the description itself.
    static let schema = Schema.object([
        .init("function", .string), .init("queue", .string), .init("isAtomic", .boolean),
        .init("arguments", .any), .init("result", .any),
    ])

    init(_ function: NodeFunction) {
        self.function = function.type.name
        queue = function.queue ?? function.type.queue
        isAtomic = function.type.commit.isAtomic
        arguments = function.schema.jsonSchema
        result = function.type.outputSchema.jsonSchema
    }
}
