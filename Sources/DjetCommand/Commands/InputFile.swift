import Foundation

/// A file that somebody named for reading.
enum InputFile {
    /// Throws `CommandFailure` if it is missing, a folder, or not to be read.
    static func open(_ path: String) throws -> FileHandle {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(.noInput, "there is no file \(path)")
        }
        guard !isFolder.boolValue else {
            throw CommandFailure(.noInput, "\(path) is a folder: name a file")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure(.noInput, "\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        return handle
    }
}
