/// A command's early end: one sentence that says what to do, and the exit status.
package struct CommandFailure: Error, CustomStringConvertible {
    let status: ExitStatus
    package let description: String

    package init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}
