import Scripting
import Trials

/// The programs that this build made, beside the test bundle.
enum Programs {
    /// The folder of the build's products.
    static let folder = BuildProducts.folder

    static var sandbox: Sandbox { Sandbox(path: "\(folder)/lunokhod-sandbox") }
}
