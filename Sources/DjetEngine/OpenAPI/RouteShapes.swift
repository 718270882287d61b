public import DjetModel

/// What a route of an open shape takes and answers at one node.
public struct RouteShapes: Sendable {
    /// What it wants to be sent; nil if that cannot be told.
    public var body: Schema?
    /// What it answers; nil if that cannot be told.
    public var answer: Schema?

    /// Shapes, as far as they can be told.
    public init(body: Schema? = nil, answer: Schema? = nil) {
        self.body = body
        self.answer = answer
    }
}
