import Scripting
import Trials

/// The cell that this build made.
enum BuiltCell {
    static let sandbox = Sandbox(path: "\(BuildProducts.folder)/lunokhod-sandbox")
}
