public import DjetModel

/// What answers at the nodes of one basetype.
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
    /// What kind of node it serves, and which columns these have.
    static var basetype: Basetype { get }
    /// All that it answers below its nodes: the one table that requests are matched with, and that the
    /// OpenAPI document is made from.
    var routes: [Route] { get }
    /// What a route whose shapes are `.open` takes and answers at a node, for the OpenAPI document. Nothing is
    /// told unless an engine says it.
    func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes
}

extension Engine {
    /// Nothing.
    public func shapes(of route: Route, at node: Node, in model: Model) -> RouteShapes { RouteShapes() }
}
