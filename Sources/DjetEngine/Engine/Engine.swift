public import DjetModel

/// The web interface of one basetype: it answers at the basetype's nodes.
///
/// ```swift
/// struct GreetingEngine: Engine {
///     static let basetype = Basetype("greeting", title: "Greeting")
///     var routes: [Route] {
///         [
///             Route(.get, "{whom}", "Greets somebody", answer: .page(Greeting.self)) { visit in
///                 .page("greeting", title: "Hello", Greeting(whom: visit.parameters["whom"] ?? ""))
///             }
///         ]
///     }
/// }
/// ```
public protocol Engine: Sendable {
    /// The kind of node that the engine serves, with the columns of these nodes.
    static var basetype: Basetype { get }
    /// All routes below the engine's nodes. Requests are matched with this table, and the OpenAPI document is
    /// made from it.
    var routes: [Route] { get }
    /// Returns what a route whose shapes are `.open` takes and answers at a node, for the OpenAPI document.
    /// By default it returns no shapes.
    func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes
}

extension Engine {
    /// Returns no shapes.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes { RouteShapes() }
}
