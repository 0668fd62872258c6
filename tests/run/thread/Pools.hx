// expect: Pools.hx:22: 190 true
// expect: Pools.hx:24: true
// expect: Pools.hx:25: Task is rejected. Thread pool is shut down.
// expect: Pools.hx:22: 190 true
// expect: Pools.hx:24: true
// expect: Pools.hx:25: Task is rejected. Thread pool is shut down.
import sys.thread.*;

class Pools {
	static function pools() {
		for (pool in [(new FixedThreadPool(3) : IThreadPool), new ElasticThreadPool(3)]) {
			var mutex = new Mutex(), done = new Lock(), total = 0;
			for (i in 0...20)
				pool.run(() -> {
					mutex.acquire();
					total += i;
					mutex.release();
					done.release();
				});
			for (i in 0...20)
				done.wait();
			trace(total + " " + (pool.threadsCount <= 3));
			pool.shutdown();
			trace(pool.isShutdown);
			try pool.run(() -> {}) catch (e:ThreadPoolException) trace(e.message);
		}
	}

	static function main() {
		pools();
	}
}
