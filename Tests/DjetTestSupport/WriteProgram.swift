import Foundation

/// Writes a shell script that can be run.
///
/// Another process writes it. A file that this one has open for writing is open, for a moment, in each process that another
/// test starts meanwhile, and the system runs no program that is open for writing (“Text file busy”).
package func writeProgram(_ script: String, to path: String) throws {
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    let command = #"printf '#!/bin/sh\n%s\n' "$1" > "$2"; chmod 755 "$2""#
    writer.arguments = ["-ec", command, "sh", script, path]
    try writer.run()
    writer.waitUntilExit()
    guard writer.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
}
