import DjetModel

/// What a program is told of a function.
struct FunctionDescription: Encodable, Sendable {
    /// Its name.
    let function: String
    /// The queue that its jobs join.
    let queue: String
    /// Whether its effects happen in one transaction.
    let isAtomic: Bool
    /// The shape of what it takes.
    let arguments: JSONSchema
    /// The shape of what it returns.
    let result: JSONSchema

    /// Its own shape.
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
