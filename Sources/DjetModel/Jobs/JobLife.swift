public import Foundation

/// The records of a job's work, as pages show them.
public struct JobLife: Sendable {
    /// A step that the job has done.
    public struct Step: Decodable, Sendable {
        /// The name.
        public var name: String
        /// The attempt that did it, from 1.
        public var attempt: Int
        /// The time when its transaction began.
        public var doneAt: Date
    }

    /// The last failed attempts, oldest first, each with the beginning of its error.
    public var attempts: [AttemptRecord]
    /// The last steps, oldest first. A job that has finished keeps none.
    public var steps: [Step]
}
