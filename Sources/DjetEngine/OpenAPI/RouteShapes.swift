public import DjetModel

/// The shapes that a route of an open shape takes and answers at one node.
public struct RouteShapes: Sendable {
    /// The shape of the request's body; nil if it is unknown.
    public var body: Schema?
    /// The shape of the answer; nil if it is unknown.
    public var answer: Schema?

    /// Creates the shapes, nil for an unknown one.
    public init(body: Schema? = nil, answer: Schema? = nil) {
        self.body = body
        self.answer = answer
    }
}
