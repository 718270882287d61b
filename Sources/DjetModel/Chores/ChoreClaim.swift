/// A run of a chore that a worker has claimed.
package struct ChoreClaim: Decodable, Sendable, Hashable {
    /// The name of the chore.
    package var name: String
    /// The number of the run.
    package var run: Int64
}
