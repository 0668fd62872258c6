package sys.io;

/** A file that is written. **/
class FileOutput extends molt.Stdio.FileOutputStream {
	public function seek(p:Int, pos:FileSeek):Void {
		file.seek(p, pos.getIndex());
	}

	/** Where the next byte is written. **/
	public function tell():Int {
		return file.tell();
	}
}
